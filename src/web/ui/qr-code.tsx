interface QrCodeProps {
  readonly drawing: { readonly size: number; readonly path: string };
  /** What opens when it is read. */
  readonly label: string;
}

/** Black on white in every theme: cameras read nothing else. */
export function QrCode({ drawing, label }: QrCodeProps) {
  return (
    <svg class="qr" viewBox={`0 0 ${drawing.size} ${drawing.size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={drawing.size} height={drawing.size} fill="#fff" />
      <path d={drawing.path} fill="#000" />
    </svg>
  );
}
