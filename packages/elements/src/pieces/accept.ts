const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf,.pdf',
  jpeg: 'image/jpeg,.jpg,.jpeg',
  png: 'image/png,.png',
  heic: 'image/heic,image/heif,.heic,.heif',
};

/** Value of `accept`: types and extensions, so that phones offer the camera and desktops filter by name. */
export function accept(formats: readonly string[]): string {
  return formats.map((format) => TYPES[format] ?? `.${format}`).join(',');
}
