import serverless from 'serverless-http';
import { application } from './express_app.mjs';

export const handler = serverless(application('/serverless_http'), { binary: ['image/png'] });
