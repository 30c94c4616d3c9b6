// Where things are: the user pool's domain, the app client, and the API. Offline as `tollgate serve` prints them, deployed as
// the outputs `token_endpoint`, `client_ids` and `base_url` say.
export const config = {
  domain: 'http://127.0.0.1:8080/_tollgate/pools/POOL',
  client: 'CLIENT',
  api: 'http://127.0.0.1:8080',
};
