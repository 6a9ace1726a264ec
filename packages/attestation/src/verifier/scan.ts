type Read = (pixels: Uint8ClampedArray, width: number, height: number) => string | undefined;

/** Sides tried, in pixels: a large photo is read better small, a small code better large. */
const SIDES = [1000, 1600, 640, 2400];

/** Thrown inside, answered as a sentence. */
export type ScanTrouble = 'noCode' | 'noImage' | 'noReader' | 'noCamera';
export type Scan = { readonly text: string } | { readonly trouble: ScanTrouble };

/** Reads the code of a picture chosen by the person; the picture stays on the device. */
export async function scanImage(file: Blob): Promise<Scan> {
  const read = await reader();
  if (!read) return { trouble: 'noReader' };
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image) return { trouble: 'noImage' };
  for (const side of SIDES) {
    const text = readFrame(image, image.width, image.height, side, read);
    if (text) return { text };
  }
  return { trouble: 'noCode' };
}

/** Reads the camera until a code shows or `signal` aborts; `undefined` when it was stopped. */
export async function scanCamera(
  video: HTMLVideoElement,
  signal: AbortSignal,
): Promise<Scan | undefined> {
  const read = await reader();
  if (!read) return { trouble: 'noReader' };
  const wanted = { video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false };
  const stream = await navigator.mediaDevices?.getUserMedia(wanted).catch(() => undefined);
  if (!stream) return { trouble: 'noCamera' };
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const text = readFrame(video, video.videoWidth, video.videoHeight, 1000, read);
      if (text) return { text };
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return undefined;
  } catch {
    return { trouble: 'noCamera' };
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

function readFrame(
  image: CanvasImageSource,
  width: number,
  height: number,
  side: number,
  read: Read,
): string | undefined {
  const scale = side / Math.max(width, height, 1);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen || canvas.width === 0 || canvas.height === 0) return undefined;
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return read(data, canvas.width, canvas.height);
}

/** The reader is larger than the rest of the page together: loaded when somebody scans. */
async function reader(): Promise<Read | undefined> {
  try {
    const { default: jsQR } = await import('jsqr');
    return (pixels, width, height) => jsQR(pixels, width, height)?.data;
  } catch {
    return undefined;
  }
}
