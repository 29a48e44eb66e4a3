/** The shape of `house.yaml`, with what belongs into each field in words. */
import * as z from "zod/mini";

const titled = <T extends z.core.$ZodType>(schema: T, title: string): T => {
  z.globalRegistry.add(schema, { title });
  return schema;
};
const number = (from: number, to: number, unit: string) =>
  titled(
    z.number().check(z.minimum(from), z.maximum(to)),
    `a number without a unit, ${unit}, from ${from} to ${to}`,
  );
const oneOf = <const T extends readonly string[]>(values: T) =>
  titled(z.enum(values), `one of: ${values.join(", ")}`);
const maybe = z.optional;

const words = () => titled(z.string().check(z.minLength(1), z.maxLength(200)), "text");
const yes = () => titled(z.boolean(), "true or false");
const mm = () => number(0, 2000, "in mm");
const pt = () => number(0, 2000, "in pt");
const times = () => number(0.1, 10, "a multiple");
const colour = () =>
  titled(
    z.string().check(z.regex(/^[0-9A-Fa-f]{6}$/)),
    'six hex digits in quotation marks, text such as "1F4E9E"',
  );
const day = () => titled(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)), "a day such as 2009-12-18");

const look = z.strictObject({
  bold: maybe(yes()),
  italic: maybe(yes()),
  underline: maybe(oneOf(["single", "double", "dotted"])),
  strike: maybe(yes()),
  colour: maybe(colour()),
});
const emphasis = z.strictObject({ opening: look, title: look, plain: look });
const family = z.strictObject({
  word: words(),
  name: words(),
  files: z.strictObject({ regular: words(), bold: words(), italic: words(), boldItalic: words() }),
  scale: times(),
  leading: maybe(times()),
  optional: maybe(words()),
});
const style = z.strictObject({
  word: words(),
  basedOn: maybe(words()),
  size: maybe(number(1, 200, "in pt")),
  bold: maybe(yes()),
  italic: maybe(yes()),
  colour: maybe(colour()),
  align: maybe(oneOf(["start", "end", "center", "justify"])),
  lineHeight: maybe(times()),
  before: maybe(pt()),
  after: maybe(pt()),
  indentStart: maybe(mm()),
  indentEnd: maybe(mm()),
  firstLine: maybe(number(-2000, 2000, "in mm")),
  label: maybe(z.strictObject({ kind: oneOf(["hanging", "run-in"]), width: mm() })),
  keepWithNext: maybe(yes()),
  rare: maybe(yes()),
  keepTogether: maybe(yes()),
  balance: maybe(yes()),
  hyphenate: maybe(yes()),
  outline: maybe(titled(z.int().check(z.minimum(1), z.maximum(3)), "1, 2 or 3")),
  rule: maybe(pt()),
});
const stages = titled(
  z.array(
    oneOf([
      "preliminary-draft",
      "revised-draft",
      "draft",
      "revised-draft-resolution",
      "committee-draft",
      "adopted",
    ]),
  ),
  "a list of kinds of stages",
);
const period = z.strictObject({
  name: words(),
  from: day(),
  to: maybe(day()),
  heading: titled(
    z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
    "text: the name of a file in headings/, without .hbs",
  ),
  ordinals: oneOf(["superscript", "plain"]),
  dateRange: words(),
  titleCapitals: yes(),
  givenNames: oneOf(["full", "initials"]),
  enacting: maybe(words()),
  adoptedBy: maybe(words()),
  prepared: maybe(yes()),
  runningHeadPlace: maybe(yes()),
  pageOf: maybe(yes()),
});

/** A house style without its name, which is that of its folder. */
export const houseSchema = z.strictObject({
  page: z.strictObject({
    width: number(10, 2000, "in mm"),
    height: number(10, 2000, "in mm"),
    margins: z.strictObject({ top: mm(), bottom: mm(), start: mm(), end: mm() }),
    headerDistance: mm(),
    footerDistance: mm(),
  }),
  fonts: z.strictObject({ latin: family, cyrillic: family, arabic: family, han: family }),
  emphasis: z.strictObject({ latin: emphasis, cyrillic: emphasis, arabic: emphasis, han: emphasis }),
  changes: z.strictObject({ ins: look, del: look, moveTo: maybe(look), moveFrom: maybe(look) }),
  preambularNumbers: stages,
  watermark: maybe(stages),
  gaps: maybe(stages),
  lineNumbers: maybe(
    z.strictObject({
      stages,
      every: titled(z.int().check(z.minimum(1), z.maximum(100)), "a whole number from 1 to 100"),
    }),
  ),
  styles: z.record(z.string(), style),
  periods: z.array(period).check(z.minLength(1)),
});
