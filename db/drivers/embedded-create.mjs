// Makes an empty embedded cluster in the directory it is given, and ends.
import { PGlite } from "@electric-sql/pglite";

const database = await PGlite.create({ dataDir: process.argv[2] });
await database.close();
