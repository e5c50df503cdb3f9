/** The mark: two rows of gigi haruan on green, with the stitches between them. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="6" fill="currentColor" />
      <g class="merek__benang">
        <path d="M4 14l4.67-6 4.67 6L18 8l4.67 6 4.67-6L32 14" />
        <path d="M4 28l4.67-6 4.67 6L18 22l4.67 6 4.67-6L32 28" />
        <circle cx="8.67" cy="17.8" r="1.3" />
        <circle cx="18" cy="17.8" r="1.3" />
        <circle cx="27.33" cy="17.8" r="1.3" />
      </g>
    </svg>
  );
}

export function Brand({ regionName }: { readonly regionName: string }) {
  return (
    <a class="merek" href="/">
      <BrandMark />
      <span>
        <b>BAILANG</b>
        <small>{regionName}</small>
      </span>
    </a>
  );
}
