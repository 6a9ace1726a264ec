import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { until } from 'lit/directives/until.js';

type QrModule = typeof import('@guichet/attestation/qr');

let loading: Promise<QrModule> | undefined;
let loaded: QrModule | undefined;

/**
 * A QR code, black on white whatever the page's colours, drawn as SVG by the DOM alone.
 *
 * What draws it is loaded on first use. `texts` are tried in turn: the first one that fits is drawn, and
 * when none does (or nothing could be loaded) the code is left out: the text twin is always there.
 */
export function qrCode(texts: readonly string[], label: string): unknown {
  if (loaded) return draw(loaded, texts, label);
  return until(
    load().then(
      (qr) => draw(qr, texts, label),
      () => nothing,
    ),
    html`<span class="gui-att-qr gui-att-qr-waiting"></span>`,
  );
}

function load(): Promise<QrModule> {
  loading ??= import('@guichet/attestation/qr').then((qr) => (loaded = qr));
  loading.catch(() => (loading = undefined));
  return loading;
}

function draw(qr: QrModule, texts: readonly string[], label: string): unknown {
  for (const text of texts) {
    try {
      const { side, d } = qr.qrPath(qr.qrMatrix(text));
      return html`<svg
        class="gui-att-qr"
        role="img"
        aria-label=${label}
        viewBox=${`0 0 ${side} ${side}`}
        ${ref((element) => measure(element, side))}
      >
        <rect width=${side} height=${side} fill="#fff"></rect>
        <path d=${d} fill="#000"></path>
      </svg>`;
    } catch {
      // Too long or not ASCII with the verifier's address: the bare code comes next.
    }
  }
  return nothing;
}

/** Tells the sheet how many modules a side has: it makes each a whole number of pixels, which every reader needs. */
function measure(element: Element | undefined, side: number): void {
  if (element instanceof SVGElement) element.style.setProperty('--att-side', `${side}px`);
}
