import { type IconName, iconPaths } from './icons.ts';

export function Icon({ name }: { readonly name: IconName }) {
  return <svg class="ikon" viewBox="0 0 24 24" aria-hidden="true" dangerouslySetInnerHTML={{ __html: iconPaths[name] }} />;
}
