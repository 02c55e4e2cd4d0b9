import { PrismaPg } from "@prisma/adapter-pg";
import { parseIntoClientConfig } from "pg-connection-string";

const pgChar = 18;
const pgText = 25;
const prismaCharacter = 6;

/** A driver adapter that the schema engine can work with: Prisma's own, with three gaps closed. */
export function createAdapterFactory(url) {
  // An object, not a string: with a string the shadow database would be the real one.
  const factory = new PrismaPg(parseIntoClientConfig(url));
  for (const method of ["connect", "connectToShadowDb"]) {
    const open = factory[method].bind(factory);
    factory[method] = async () => completed(await open());
  }
  return factory;
}

function completed(adapter) {
  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool);
  const queryRaw = adapter.queryRaw.bind(adapter);
  let charColumns = [];
  pool.on("error", (error) => {
    // The forced drop of the shadow database below ends its connections.
    process.stderr.write(`${error.message}\n`);
  });
  // The adapter doesn't know the type "char": text on the way in, Character on the way out.
  pool.query = async (...args) => {
    const result = await query(...args);
    charColumns = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== pgChar) continue;
      field.dataTypeID = pgText;
      charColumns.push(index);
    }
    return result;
  };
  adapter.queryRaw = async (request) => {
    const result = await queryRaw(request);
    for (const index of charColumns) result.columnTypes[index] = prismaCharacter;
    return result;
  };
  // The adapter cuts scripts at every semicolon, also inside $$ … $$.
  adapter.executeScript = async (sql) => {
    await query(sql.replace(/^DROP DATABASE "[^"]+"$/, "$& WITH (FORCE)"));
  };
  return adapter;
}
