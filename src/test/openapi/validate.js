// Says of each file whether it is a valid OpenAPI document; exit 1 when one is not.
import { compileErrors, validate } from '@readme/openapi-parser';

let invalid = 0;
for (const file of process.argv.slice(2)) {
  const result = await validate(file, { resolve: { external: false } });
  if (!result.valid || result.warnings.length > 0) {
    invalid++;
    console.log(`${file}: ${compileErrors(result)}`);
  }
}
process.exit(invalid > 0 ? 1 : 0);
