import { uiTexts } from '../../texts/id/ui.ts';

const ADDRESSES = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\+62|\b0)8\d[\d\s-]{6,12}\d)/;

/** The committee's contact as they wrote it; a mail address writes a mail, a mobile number opens WhatsApp. Nothing where none is known. */
export function Contact({ text }: { readonly text: string }) {
  if (text === '') return null;
  return (
    <p class="kontak">
      {uiTexts.contact}: {text.split(ADDRESSES).map((part, index) => (index % 2 === 0 ? part : <a href={addressOf(part)}>{part}</a>))}
    </p>
  );
}

function addressOf(part: string): string {
  if (part.includes('@')) return `mailto:${part}`;
  return `https://wa.me/62${part.replace(/\D/g, '').replace(/^(?:62|0)/, '')}`;
}
