import { answers } from '../../answers.ts';
import { arnOf, policy } from '../../facts.ts';
import { fails } from '../../front.ts';

/** Every account may ask the knowledge base `manuals`; the other one has no policy. */
export default answers('bedrock', {
  GetResourcePolicy: ({ path }) =>
    path.includes('KBMANUALS1')
      ? {
          resourcePolicy: policy({
            Effect: 'Allow',
            Principal: '*',
            Action: 'bedrock:Retrieve',
            Resource: arnOf('bedrock', 'knowledge-base/KBMANUALS1'),
          }),
        }
      : fails({ code: 'ResourceNotFoundException', status: 404 }),
});
