import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { ClosingScope } from '../form/form-scope.js';

const SIDE = 112;
const chosen = new Map<string, Blob>();

/** Remembers which file of this visit became which attached file, so that it can be seen small. */
export function rememberPictures(
  scope: ClosingScope,
  piece: string,
  files: readonly File[],
  attach: () => void,
): void {
  const before = new Set(scope.session.piece(piece).files.map(({ id }) => id));
  attach();
  const added = scope.session.piece(piece).files.filter(({ id }) => !before.has(id));
  added.forEach(({ id, name }) => {
    const file = files.find((one) => one.name === name);
    if (file && /^image\/(jpeg|png)$/.test(file.type)) chosen.set(id, file);
  });
}

/** A small picture of what was just chosen; nothing for other papers, nor after coming back. */
export function thumbnail(id: string): unknown {
  const file = chosen.get(id);
  if (!file) return nothing;
  return html`<canvas
    class="gui-thumbnail"
    width=${SIDE}
    height=${SIDE}
    aria-hidden="true"
    ${ref((canvas) => void draw(canvas, file))}
  ></canvas>`;
}

/** A canvas and no `blob:` address: a strict host page allows it. */
async function draw(canvas: Element | undefined, file: Blob): Promise<void> {
  if (!(canvas instanceof HTMLCanvasElement) || canvas.dataset['drawn']) return;
  canvas.dataset['drawn'] = 'yes';
  const picture = await createImageBitmap(file).catch(() => undefined);
  // Hidden, not removed: the template still owns the node.
  canvas.hidden = !picture;
  if (!picture) return;
  const scale = Math.max(SIDE / picture.width, SIDE / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas
    .getContext('2d')
    ?.drawImage(picture, (SIDE - width) / 2, (SIDE - height) / 2, width, height);
  picture.close();
}
