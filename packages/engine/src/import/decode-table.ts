declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * The text of a file as spreadsheets write it: UTF-8 or UTF-16, with or without byte order mark, else
 * Windows-1252, in which any byte is a letter. Undefined for a file that is no text.
 */
export function decodeTable(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes).replace(/^\ufeff/, '');
  // Zeros are in no text; a workbook is a zip file, and that begins so.
  return text.includes('\0') || text.startsWith('PK\u0003\u0004') ? undefined : text;
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows(bytes);
  }
}

/** What Windows-1252 has where Latin-1 has controls, from 0x80 on; five are nothing. */
const signs = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Some releases of Node read Windows-1252 as Latin-1, and « œ » as a control: done here, and alike everywhere. */
function decodeWindows(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts
    .join('')
    .replace(/[\u0080-\u009f]/g, (control) => signs[control.charCodeAt(0) - 0x80] ?? control);
}
