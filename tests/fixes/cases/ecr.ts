import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'ecr-registry-scan-on-push-all-repositories': async (aws) => {
    await aws`ecr create-repository --repository-name web`;
  },
};

export const untried: Readonly<Record<string, string>> = {};
