/** Handlebars comes without types for its runtime, which is itself without parser and compiler. */
declare module "handlebars/runtime.js" {
  import Handlebars from "handlebars";
  export default Handlebars;
}
