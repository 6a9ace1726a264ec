const UNITS = ['byte', 'kilobyte', 'megabyte'] as const;

/** A file's size as one reads it: "4,2 Mo". */
export function size(lang: string, bytes: number): string {
  const step = bytes >= 1e6 ? 2 : bytes >= 1e3 ? 1 : 0;
  return new Intl.NumberFormat(`${lang}-u-nu-latn`, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}
