/** Checks the {{…}} of a template against the fields of its view, before there is any data. */
import type { Code } from "../report/codes.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { nearest } from "../report/nearest.ts";
import { asPath, at, sayings } from "./nodes.ts";
import { type Resolved, resolvePath, type Scope } from "./scope.ts";
import type { TemplateSource } from "./template-source.ts";
import type { Field } from "./view-fields.ts";

export interface FieldCheck {
  /** Known partials; called with the fields that the partial sees. Answers false when there is none. */
  partial(name: string, scope: Scope): boolean;
  partialNames: readonly string[];
  /** Told of every phrase that is asked for. */
  phrase(key: string, at: { line: number; column: number }): void;
}

const helperNames = ["inline", "phrase", "eq"];
const blockHelpers = ["if", "unless", "each", "with"];
const literals = ["StringLiteral", "NumberLiteral", "BooleanLiteral"];

/** All faults in the mustaches of a template, in order. */
export function checkFields(source: TemplateSource, scope: Scope, check: FieldCheck): Diagnostic[] {
  const checker = new FieldChecker(source, check);
  checker.statements(source.program.body, scope);
  return checker.found;
}

class FieldChecker {
  readonly found: Diagnostic[] = [];

  constructor(
    private readonly source: TemplateSource,
    private readonly check: FieldCheck,
  ) {}

  statements(body: readonly hbs.AST.Statement[], scope: Scope): void {
    for (const statement of body) {
      switch (statement.type) {
        case "ContentStatement":
        case "CommentStatement":
          break;
        case "MustacheStatement":
          this.mustache(statement as hbs.AST.MustacheStatement, scope);
          break;
        case "BlockStatement":
          this.block(statement as hbs.AST.BlockStatement, scope);
          break;
        case "PartialStatement":
          this.partial(statement as hbs.AST.PartialStatement, scope);
          break;
        default:
          this.add(
            "template-syntax",
            "Inline partials and decorators are not used here.",
            statement,
            "Put the part into templates/partials/ and call it with {{> name}}.",
          );
      }
    }
  }

  private mustache(node: hbs.AST.MustacheStatement, scope: Scope): void {
    if (!node.escaped) {
      this.add(
        "template-syntax",
        "Triple braces and {{& …}} would print words as markup.",
        node,
        "Write {{name}}, or {{inline name}} for words with marks.",
      );
      return;
    }
    const path = asPath(node.path);
    if (this.misplaced(node, path?.original)) return;
    if (!path) {
      this.add("template-syntax", "Only names can be printed.", node, "Write the words without braces.");
      return;
    }
    const hasArguments = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0;
    if (!hasArguments && !helperNames.includes(path.original)) {
      const field = this.resolve(path, scope);
      if (!field || field.kind === "text" || field.kind === "number") return;
      const hints: Record<string, string> = {
        inline: `Write {{inline ${path.original}}}.`,
        list: `Write {{#each ${path.original}}} … {{/each}}.`,
        group: "Name one of its fields after a point.",
        flag: `Write {{#if ${path.original}}} … {{/if}}.`,
      };
      this.add(
        "template-field",
        `\`${path.original}\` ${sayings[field.kind]} and cannot be printed as it is.`,
        node,
        hints[field.kind],
      );
      return;
    }
    if (path.original === "inline") this.inlineCall(node, scope);
    else if (path.original === "phrase") this.phraseCall(node, scope);
    else this.unknownHelper(path, ["inline", "phrase"]);
  }

  /** Says when a value stands where a tag wants names, or words with marks where it wants a value. */
  private misplaced(node: hbs.AST.MustacheStatement, name: string | undefined): boolean {
    const around = this.source.around(node);
    if (around === "tag") {
      const hint = 'Write it into quotation marks: name="{{field}}".';
      this.add("template-syntax", "A value stands among the attributes of a tag.", node, hint);
      return true;
    }
    if (around === "text" || (name !== "inline" && name !== "phrase")) return false;
    const hint = "Use a field of plain text there.";
    this.add("template-field", "Words with marks cannot stand in an attribute.", node, hint);
    return true;
  }

  private inlineCall(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const only = node.params.length === 1 ? asPath(node.params[0]) : undefined;
    if (!only) {
      this.add("template-helper", "`inline` takes one field.", node, "Write {{inline title}}.");
      return;
    }
    const field = this.resolve(only, scope);
    if (field && field.kind !== "inline") {
      this.add(
        "template-field",
        `\`${only.original}\` ${sayings[field.kind]}: \`inline\` prints words with marks only.`,
        only,
        `Write {{${only.original}}}.`,
      );
    }
  }

  private phraseCall(node: hbs.AST.MustacheStatement, scope: Scope): void {
    const [key, ...more] = node.params;
    if (key?.type !== "StringLiteral" || more.length > 0) {
      this.add(
        "template-helper",
        "`phrase` takes one key in quotation marks.",
        node,
        'Write {{phrase "draft.watermark"}}; blanks as name=field.',
      );
      return;
    }
    this.check.phrase((key as hbs.AST.StringLiteral).value, at(key));
    for (const pair of node.hash?.pairs ?? []) {
      if (literals.includes(pair.value.type)) continue;
      const path = asPath(pair.value);
      const field = path ? this.resolve(path, scope) : undefined;
      if (!path || (field && field.kind !== "text" && field.kind !== "number")) {
        this.add(
          "template-field",
          `The blank \`${pair.key}\` of a phrase takes plain text or a number.`,
          pair,
          "Use a field of that kind.",
        );
      }
    }
  }

  private block(node: hbs.AST.BlockStatement, scope: Scope): void {
    const name = node.path.original;
    const inner = this.blockScope(node, name, scope);
    if (node.program?.blockParams?.length) {
      this.add(
        "template-syntax",
        "Block parameters (as |name|) are not used here.",
        node,
        "Use the fields by their names; ../ reaches those around.",
      );
    }
    // What stands in a block that is wrong itself would only give faults that follow from the first.
    if (node.program && inner) this.statements(node.program.body, inner);
    if (node.inverse) this.statements(node.inverse.body, scope);
  }

  /** The scope of what stands in a block; undefined where the block itself is wrong. */
  private blockScope(node: hbs.AST.BlockStatement, name: string, scope: Scope): Scope | undefined {
    if (!blockHelpers.includes(name)) {
      this.unknownHelper(
        node.path,
        blockHelpers.map((b) => b),
      );
      return undefined;
    }
    const argument = node.params[0];
    if (!argument || node.params.length > 1) {
      this.add("template-helper", `{{#${name}}} takes one field.`, node, `Write {{#${name} field}}.`);
      return undefined;
    }
    if (name === "if" || name === "unless") {
      this.condition(argument, scope);
      return scope;
    }
    const path = asPath(argument);
    const field = path ? this.resolve(path, scope) : undefined;
    const wanted = name === "each" ? "list" : "group";
    if (path && !field) return undefined;
    if (!path || field?.kind !== wanted) {
      const wants = wanted === "list" ? "a list" : "a group of fields";
      this.add(
        "template-field",
        `{{#${name}}} wants ${wants}; \`${path?.original ?? "this"}\` ${sayings[field?.kind ?? "text"]}.`,
        argument,
        "Use {{#if}} for other fields.",
      );
      return undefined;
    }
    return { fields: field.fields ?? {}, around: scope, root: scope.root, loop: name === "each" };
  }

  private condition(argument: hbs.AST.Expression, scope: Scope): void {
    if (argument.type === "SubExpression") {
      const { path, params } = argument as hbs.AST.SubExpression;
      if (path.original !== "eq" || params.length !== 2) {
        this.add(
          "template-helper",
          `There is no test \`${path.original}\` of this form.`,
          argument,
          'Write {{#if (eq kind "item")}}.',
        );
        return;
      }
      for (const param of params) this.value(param, scope);
      return;
    }
    this.value(argument, scope);
  }

  private value(node: hbs.AST.Expression, scope: Scope): void {
    if (literals.includes(node.type)) return;
    const path = asPath(node);
    if (path) this.resolve(path, scope);
    else this.add("template-syntax", "A field or a word in quotation marks was expected.", node);
  }

  private partial(node: hbs.AST.PartialStatement, scope: Scope): void {
    const name = asPath(node.name)?.original;
    if (name === undefined) {
      this.add("template-syntax", "Partials are called by their name.", node, "Write {{> name}}.");
      return;
    }
    let fields = scope.fields;
    const argument = node.params[0] ? asPath(node.params[0]) : undefined;
    if (argument && argument.original !== "this") {
      const field = this.resolve(argument, scope);
      if (!field) return;
      if (field.kind !== "group" || !field.fields) {
        this.add(
          "template-field",
          `A partial takes a group of fields; \`${argument.original}\` ${sayings[field.kind]}.`,
          argument,
          `Write {{> ${name} blocks=${argument.original}}}.`,
        );
        return;
      }
      fields = field.fields;
    }
    const extra: Record<string, Field> = {};
    for (const pair of node.hash?.pairs ?? []) {
      const path = asPath(pair.value);
      const field = path ? this.resolve(path, scope) : undefined;
      if (path && !field) return;
      const kind = field?.kind ?? (pair.value.type === "BooleanLiteral" ? "flag" : "text");
      extra[pair.key] =
        kind === "list" || kind === "group"
          ? { kind, about: "", fields: field?.fields ?? {} }
          : { kind, about: "" };
    }
    if (this.check.partial(name, { fields: { ...fields, ...extra }, root: scope.root, loop: false })) return;
    const near = nearest(name, this.check.partialNames);
    const hint = near ? `Did you mean {{> ${near}}}?` : `Partials: ${this.check.partialNames.join(", ")}.`;
    this.add("template-syntax", `There is no partial \`${name}\`.`, node.name, hint);
  }

  /** The field that a path leads to; undefined, and said, when there is none. */
  private resolve(path: hbs.AST.PathExpression, scope: Scope): Resolved | undefined {
    const found = resolvePath(path, scope);
    if ("kind" in found) return found;
    this.add("template-field", found.message, path, found.hint);
    return undefined;
  }

  private unknownHelper(path: hbs.AST.PathExpression, known: readonly string[]): void {
    const near = nearest(path.original, known);
    const hint = near ? `Did you mean \`${near}\`?` : `Helpers: ${known.join(", ")}.`;
    this.add("template-helper", `There is no helper \`${path.original}\`.`, path, hint);
  }

  private add(code: Code, message: string, node: hbs.AST.Node, hint?: string): void {
    const place = { file: this.source.file, ...at(node) };
    this.found.push({ code, severity: "error", message, place, ...(hint === undefined ? {} : { hint }) });
  }
}
