import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';
import { deprecatedFrom } from '../../src/services/lambda/runtimes.ts';

export default defineCheck({
  id: 'lambda-function-runtime-supported',
  title: 'Lambda functions have a runtime that AWS supports',
  resource: lambdaFunction,
  risk: 'Holes that are found in the language or its libraries stay open, AWS gives no support, and one day the function can no longer be changed.',
  fix: {
    text: 'Move the function to a newer runtime of its language: run its tests with that version first, then change the runtime together with its code, and keep the former version behind an alias until the new one has proven itself.',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-2',
  ],
  evaluate({ name, configuration }, { now }) {
    if (configuration?.package === 'Image') return notApplicable(`${name} is an image, which brings its own runtime`);
    const runtime = configuration?.runtime;
    if (runtime === undefined) return unknown(`AWS does not say what runtime ${name} has`);
    const until = Object.hasOwn(deprecatedFrom, runtime) ? deprecatedFrom[runtime] : undefined;
    if (until === undefined)
      return unknown(`until when AWS supports ${runtime}, the runtime of ${name}, is not known here`);
    return Date.parse(until) <= now
      ? fail(
          `${name} has the runtime ${runtime}, which AWS does not support since ${until}; expected a supported one`,
          {
            runtime,
            until,
          },
        )
      : pass(`${name} has the runtime ${runtime}, which AWS supports until ${until}`, { runtime, until });
  },
});
