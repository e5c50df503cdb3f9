import type { ComponentChildren } from 'preact';

export function KitSection({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div class="kit__pola">{children}</div>
    </section>
  );
}
