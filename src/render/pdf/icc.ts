/** The sRGB colour profile, computed from its definition (IEC 61966-2-1) in the form of ICC.1:2010, version 4. */

let made: Uint8Array | undefined;

/** About 500 bytes, always the same. */
export function srgbProfile(): Uint8Array {
  made ??= build();
  return made;
}

/** Primaries and white adapted to D50 (Bradford), as XYZ. */
const colorants = {
  wtpt: [0.9642, 1, 0.8249],
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;

function build(): Uint8Array {
  const curve = parametric([2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]);
  const tags: [string, Uint8Array][] = [
    ["desc", unicode("sRGB")],
    ["cprt", unicode("No copyright")],
    ...Object.entries(colorants).map(([name, value]): [string, Uint8Array] => [name, xyz(value)]),
    ["rTRC", curve],
    ["gTRC", curve],
    ["bTRC", curve],
  ];
  const directory = 128 + 4 + tags.length * 12;
  const places = new Map<Uint8Array, number>();
  let end = directory;
  for (const [, data] of tags)
    if (!places.has(data)) {
      places.set(data, end);
      end += Math.ceil(data.length / 4) * 4;
    }
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, end);
  view.setUint32(8, 0x04200000);
  ascii(bytes, 12, "mntrRGB XYZ ");
  // Created on the day of the specification; a profile has no clock here.
  [2010, 12, 1, 0, 0, 0].forEach((value, i) => {
    view.setUint16(24 + i * 2, value);
  });
  ascii(bytes, 36, "acsp");
  bytes.set(xyz(colorants.wtpt).subarray(8), 68);
  view.setUint32(128, tags.length);
  tags.forEach(([name, data], i) => {
    const at = 132 + i * 12;
    ascii(bytes, at, name);
    const place = places.get(data) ?? 0;
    view.setUint32(at + 4, place);
    view.setUint32(at + 8, data.length);
    bytes.set(data, place);
  });
  return bytes;
}

function xyz(value: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(20);
  ascii(bytes, 0, "XYZ ");
  value.forEach((part, i) => {
    fixed(bytes, 8 + i * 4, part);
  });
  return bytes;
}

/** Type 3: (aX + b)^g above d, cX below; parameters g a b c d. */
function parametric(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(12 + values.length * 4);
  ascii(bytes, 0, "para");
  bytes[9] = 3;
  values.forEach((value, i) => {
    fixed(bytes, 12 + i * 4, value);
  });
  return bytes;
}

/** A text in one language, multiLocalizedUnicodeType. */
function unicode(text: string): Uint8Array {
  const bytes = new Uint8Array(28 + text.length * 2);
  const view = new DataView(bytes.buffer);
  ascii(bytes, 0, "mluc");
  view.setUint32(8, 1);
  view.setUint32(12, 12);
  ascii(bytes, 16, "enUS");
  view.setUint32(20, text.length * 2);
  view.setUint32(24, 28);
  for (let i = 0; i < text.length; i++) view.setUint16(28 + i * 2, text.charCodeAt(i));
  return bytes;
}

function fixed(bytes: Uint8Array, at: number, value: number): void {
  new DataView(bytes.buffer).setInt32(at, Math.round(value * 65536));
}

function ascii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
