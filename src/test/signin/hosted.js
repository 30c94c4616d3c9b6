// A page whose people sign in on the user pool's pages, with Amplify, used as its documentation says.
import 'aws-amplify/auth/enable-oauth-listener';
import { Amplify } from 'aws-amplify';
import { fetchAuthSession, fetchUserAttributes, signInWithRedirect, signOut } from 'aws-amplify/auth';
import { Hub } from 'aws-amplify/utils';

const { pool, client, domain, home } = await (await fetch('/settings.json')).json();

Hub.listen('auth', ({ payload }) => { document.body.dataset.auth = payload.event; });
Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: pool,
      userPoolClientId: client,
      userPoolEndpoint: `https://${domain}/`,
      loginWith: {
        oauth: {
          domain,
          scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
          redirectSignIn: [home],
          redirectSignOut: [home],
          responseType: 'code',
        },
      },
    },
  },
});
window.amplify = {
  signIn: () => signInWithRedirect(),
  email: async () => (await fetchUserAttributes()).email,
  token: async options => (await fetchAuthSession(options)).tokens?.accessToken?.toString() ?? '',
  signOut: () => signOut(),
};
document.body.dataset.ready = 'true';
