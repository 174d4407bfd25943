import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { codePackage } from '../../src/services/codeartifact/package.ts';
import { shell } from '../../src/text/shell.ts';

export default state(codePackage, 'codeartifact-package-upstream-publishing-restricted', {
  title: 'CodeArtifact packages come from one place: published here, or from upstream',
  unless: [{ at: 'publish', is: ['BLOCK'], verdict: pass('{label} comes from upstream only') }],
  at: 'upstream',
  is: {
    BLOCK: pass('{label} is published here only'),
    ALLOW: ({ id, publish }) =>
      publish === 'ALLOW'
        ? fail(
            `package ${id} may be published here and come from upstream: a public one of its name can take its place`,
          )
        : unknown(`AWS does not say whether package ${id} may be published here`),
  },
  unsaid: unknown('AWS does not say whether {label} may come from upstream'),
  risk: 'Whoever publishes a higher version of that name in a public repository has it built into the own software (dependency confusion).',
  fix: {
    text: 'Keep a package of your own from upstream. For a public one block publishing instead (`publish=BLOCK,upstream=ALLOW`).',
    exact: ({ domain, domainOwner, repository, format, namespace, package: name }) => ({
      cli: [
        shell`aws codeartifact put-package-origin-configuration --domain ${domain} --repository ${repository}`,
        ...(domainOwner === undefined ? [] : [shell`--domain-owner ${domainOwner}`]),
        shell`--format ${format}`,
        ...(namespace === undefined ? [] : [shell`--namespace ${namespace}`]),
        shell`--package ${name} --restrictions publish=ALLOW,upstream=BLOCK`,
      ].join(' '),
    }),
  },
});
