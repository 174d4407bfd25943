import { manual } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { publicRepository } from '../../src/services/ecrpublic/repository.ts';

export default state(publicRepository, 'ecr-public-repository-reviewed', {
  title: 'Repositories of the public gallery are meant to be public',
  at: 'uri',
  is: {},
  otherwise: manual('{label} is public as {uri}: look whether everything in it is for everybody'),
  unsaid: manual('{label} is public: look whether everything in it is for everybody'),
  risk: 'Whatever is pushed there, code, configuration and forgotten credentials among it, everybody pulls at once and keeps.',
  fix: {
    text: 'Where an image is not for everybody, delete it, change whatever secrets were in it, and push it to a private repository. Let only the pipeline that publishes push to the gallery (`ecr-public:PutImage`).',
  },
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/public/what-is-ecr.html'],
});
