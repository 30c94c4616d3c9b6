import serverlessExpress from '@codegenie/serverless-express';
import { application } from './express_app.mjs';

export const handler = serverlessExpress({ app: application('/codegenie'), binarySettings: { contentTypes: ['image/*'] } });
