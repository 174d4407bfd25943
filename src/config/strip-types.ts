import { transform } from 'sucrase';

/** TypeScript to JavaScript, line for line. */
export const stripTypes = (source: string, file: string): string =>
  transform(source, {
    transforms: ['typescript'],
    disableESTransforms: true,
    preserveDynamicImport: true,
    filePath: file,
    keepUnusedImports: false,
  }).code;
