import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NormalizedSchema } from '@smithy/core/schema';
import type { Model, Operation } from '../../stand-in/models.ts';
import { membersOf, serviceById } from '../../stand-in/models.ts';

export { toWrite } from '../unwritten.ts';

export const root = join(import.meta.dirname, '../../..');

/** Ends the command, saying why. */
export function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

/** Writes new files, none over another, and says so. */
export function writeNew(files: Readonly<Record<string, string>>): void {
  const there = Object.keys(files).filter((file) => existsSync(join(root, file)));
  if (there.length > 0) stop(`${there.join(', ')} exists already`);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
    console.log(`written: ${file}`);
  }
}

/** A resource type that a file under src/services declares. */
export interface Declared {
  readonly type: string;
  readonly name: string;
  /** `s3/bucket.ts` */
  readonly file: string;
}

export function declaredTypes(): Declared[] {
  const dir = join(root, 'src/services');
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(join(dir, file), 'utf8').matchAll(/^export const (\w+) = \w+\(\s*\w+,\s*'(AWS::[^']+)'/gm)].map(
        ([, name = '', type = '']) => ({ type, name, file }),
      ),
    );
}

/** What the installed SDK client of a service says: its model, and which members its types require. */
export class Sdk {
  readonly package: string;
  readonly sdkId: string;
  readonly model: Model;
  #types: string | undefined;

  /** @param name the package, e.g. `@aws-sdk/client-sqs` */
  constructor(name: string) {
    this.package = name;
    const config = readFileSync(join(root, 'node_modules', name, 'dist-es/runtimeConfig.shared.js'), 'utf8');
    this.sdkId = /serviceId: config\?\.serviceId \?\? "([^"]*)"/.exec(config)?.[1] ?? '';
    this.model = serviceById(this.standInId).model();
  }

  /** As the stand-in for AWS calls it. */
  get standInId(): string {
    return this.package.slice('@aws-sdk/client-'.length);
  }

  hasPaginator(operation: string): boolean {
    return existsSync(join(root, 'node_modules', this.package, `dist-types/pagination/${operation}Paginator.d.ts`));
  }

  /** Members without which an operation cannot be sent. */
  required(operation: Operation): string[] {
    return this.#requiredOf(NormalizedSchema.of(operation.input).getName(false) ?? '');
  }

  /** Members that the types of a structure say are always there. */
  #requiredOf(shape: string): string[] {
    const folder = join(root, 'node_modules', this.package, 'dist-types/models');
    this.#types ??= readdirSync(folder)
      .filter((file) => file.startsWith('models_'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
    const body =
      new RegExp(`^export interface ${shape} (?:extends \\w+ )?\\{\n(.*?)^\\}`, 'ms').exec(this.#types)?.[1] ?? '';
    return [...body.matchAll(/^ {4}(\w+): /gm)].map(([, member = '']) => member);
  }

  /** What an operation answers, and the member of it that is a list, or the one structure or map that holds the rest. */
  answer(operation: Operation): Answer {
    const members = membersOf(operation.output);
    const shape = NormalizedSchema.of(operation.output).getName(false) ?? '';
    const required = new Set(this.#requiredOf(shape));
    const find = (is: (schema: NormalizedSchema) => boolean): Member | undefined => {
      const [member, of] = [...members].find(([, schema]) => is(schema)) ?? [];
      return member === undefined || of === undefined ? undefined : { member, of, required: required.has(member) };
    };
    return {
      shape,
      members,
      list: find((schema) => schema.isListSchema()),
      one: find((schema) => schema.isStructSchema()),
      map: find((schema) => schema.isMapSchema()),
    };
  }
}

interface Member {
  readonly member: string;
  readonly of: NormalizedSchema;
  readonly required: boolean;
}

interface Answer {
  /** The structure's name in the model. */
  readonly shape: string;
  readonly members: ReadonlyMap<string, NormalizedSchema>;
  readonly list: Member | undefined;
  readonly one: Member | undefined;
  readonly map: Member | undefined;
}

export const lowerFirst = (name: string): string =>
  name.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (head) => head.toLowerCase());
export const kebab = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, (_, a?: string, b?: string, c?: string) =>
      c === undefined ? `${a}-${b}` : `${c}-`,
    )
    .toLowerCase();
