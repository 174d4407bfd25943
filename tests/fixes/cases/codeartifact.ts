import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'codeartifact-domain-encrypted-cmk': 'Another domain has to be made: there is no command',
  'codeartifact-package-upstream-publishing-restricted': lacks('codeartifact', 'PutPackageOriginConfiguration'),
};
