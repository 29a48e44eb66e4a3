/** A faint word across every page: the drawing that Word itself puts into headers under Design, Watermark. */
import type { Context } from "./context.ts";
import { type El, el, run } from "./elements.ts";

const shape =
  "position:absolute;margin-left:0;margin-top:0;width:440pt;height:110pt;rotation:315;z-index:-251658752;" +
  "mso-position-horizontal:center;mso-position-horizontal-relative:margin;" +
  "mso-position-vertical:center;mso-position-vertical-relative:margin";

/** The blocks of a header with the watermark in their first paragraph; `index` tells the headers of a file apart. */
export function withWatermark(context: Context, blocks: readonly El[], index: number): El[] {
  const word = context.document.meta.watermark;
  if (word === undefined || word === "") return [...blocks];
  const at = blocks.findIndex((b) => b.name === "w:p");
  return blocks.map((b, i) =>
    i === at ? { ...b, children: [...(b.children ?? []), drawing(context, word, index)] } : b,
  );
}

function drawing(context: Context, word: string, index: number): El {
  const font = context.house.fonts.latin.word;
  const picture = el("w:pict", undefined, [
    el(
      "v:shapetype",
      {
        id: `_x0000_t136_${index}`,
        coordsize: "21600,21600",
        "o:spt": "136",
        adj: "10800",
        path: "m@7,l@8,m@5,21600l@6,21600e",
      },
      [
        el("v:path", { textpathok: "t", "o:connecttype": "rect" }),
        el("v:textpath", { on: "t", fitshape: "t" }),
      ],
    ),
    el(
      "v:shape",
      {
        id: `PowerPlusWaterMarkObject${index}`,
        "o:spid": `_x0000_s${2049 + index}`,
        type: `#_x0000_t136_${index}`,
        style: shape,
        "o:allowincell": "f",
        fillcolor: "#c0c0c0",
        stroked: "f",
      },
      [
        el("v:fill", { opacity: ".5" }),
        el("v:textpath", { style: `font-family:"${font}";font-size:1pt`, string: word }),
      ],
    ),
  ]);
  return run([el("w:noProof")], [picture]);
}
