import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../../src/read/schema.ts";

// To write the files anew after a change of the shape: npx vitest run tests/read/schema.test.ts --update
describe("jsonSchemas", () => {
  test.each(Object.entries(jsonSchemas()))(
    "schema/%s is the published form of the shape",
    async (name, schema) => {
      await expect(`${JSON.stringify(schema, undefined, 2)}\n`).toMatchFileSnapshot(`../../schema/${name}`);
    },
  );

  test("every field that an author writes has a description for the editor", () => {
    const bare: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null) return;
      const { properties } = value as {
        properties?: Record<string, { description?: string; $ref?: string }>;
      };
      for (const [name, field] of Object.entries(properties ?? {})) {
        if (field.description === undefined && field.$ref === undefined) bare.push(`${path}.${name}`);
      }
      for (const [name, inner] of Object.entries(value)) visit(inner, `${path}.${name}`);
    };
    visit(jsonSchemas(), "");
    expect(bare).toEqual([]);
  });
});
