// Reads a form as a browser would: the names it has and the values it would send unchanged.

const UNESCAPE = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (one) => UNESCAPE[one]);

function attributes(tag) {
  const found = {};
  for (const [, name, value] of tag.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)) found[name.toLowerCase()] ??= plain(value ?? '');
  return found;
}

/** The fields of the first posted form that has a field named `having`. */
export function formOf(html, having) {
  for (const [form] of html.matchAll(/<form\b[\s\S]*?<\/form>/g)) {
    const fields = {};
    for (const [, name, rest, content] of form.matchAll(/<(input|textarea|select)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g)) {
      const { name: key, type = 'text', value = '', checked } = attributes(rest);
      if (key === undefined || type === 'file') continue;
      if (name === 'textarea') fields[key] = plain(content ?? '').replace(/^\n/, '');
      else if ((type !== 'radio' && type !== 'checkbox') || checked !== undefined) fields[key] = value;
      else fields[key] ??= '';
    }
    if (having in fields) return fields;
  }
  throw new Error(`no form with a field ${having}`);
}
