/** Page tree to Word: `renderDocx` makes a file, `checkDocx` looks for the faults that validators miss, `proof` holds a redline to both texts. */
export { checkDocx } from "./check.ts";
export { proof, proofSums, proofTexts, textSum } from "./proof.ts";
export { renderDocx } from "./render.ts";
