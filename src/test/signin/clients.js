// Usage: node clients.js SITE POOL CLIENT API USERNAME PASSWORD
// Signs in to user pool POOL, which `tollgate serve` serves at SITE, with one client after another, and calls API with each
// token. Every client is used as its documentation says. Prints what each saw, as JSON.
import { AdminAddUserToGroupCommand, AdminCreateUserCommand, AdminGetUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient, InitiateAuthCommand, ListUsersCommand, NotAuthorizedException, RespondToAuthChallengeCommand } from '@aws-sdk/client-cognito-identity-provider';
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { Amplify } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import * as oauth from 'oauth4webapi';
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import * as openid from 'openid-client';
import { signIn } from './browser.js';

const [site, pool, client, api, username, password] = process.argv.slice(2);
const domain = `${site}/_tollgate/pools/${pool}`;
const issuer = `${domain}/${pool}`;
const redirect = 'http://localhost:5173/in';
const scope = 'openid email profile aws.cognito.signin.user.admin';
const region = pool.split('_')[0];

/** What the API answers to `token`, and to nobody. */
async function called(token) {
  const statuses = [];
  for (const headers of [{}, { Authorization: `Bearer ${token}` }]) statuses.push((await fetch(api, { headers })).status);
  return statuses;
}

const clients = {
  async 'openid-client'() {
    const config = await openid.discovery(new URL(issuer), client, undefined, openid.None(), {
      execute: site.startsWith('http:') ? [openid.allowInsecureRequests] : [],
    });
    const verifier = openid.randomPKCECodeVerifier();
    const state = openid.randomState();
    const nonce = openid.randomNonce();
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: redirect, scope, state, nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    const back = new URL(await signIn(address, username, password));
    const tokens = await openid.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true,
    });
    const claims = tokens.claims();
    const person = await openid.fetchUserInfo(config, tokens.access_token, claims.sub);
    const again = await openid.refreshTokenGrant(config, tokens.refresh_token);
    const statuses = await called(again.access_token);
    await openid.tokenRevocation(config, tokens.refresh_token);
    let revoked = '';
    await openid.refreshTokenGrant(config, tokens.refresh_token).catch(error => { revoked = error.error; });
    const out = openid.buildEndSessionUrl(config, { logout_uri: 'http://localhost:5173/out' }).href;
    return { email: person.email, statuses, revoked, out: (await fetch(out, { redirect: 'manual' })).headers.get('location') };
  },

  async oauth4webapi() {
    const insecure = { [oauth.allowInsecureRequests]: site.startsWith('http:') };
    const at = new URL(issuer);
    const server = await oauth.processDiscoveryResponse(at, await oauth.discoveryRequest(at, insecure));
    const me = { client_id: client };
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const address = new URL(server.authorization_endpoint);
    address.search = new URLSearchParams({
      client_id: client, redirect_uri: redirect, response_type: 'code', scope, state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    });
    const back = new URL(await signIn(address, username, password));
    const parameters = oauth.validateAuthResponse(server, me, back, state);
    const answer = await oauth.authorizationCodeGrantRequest(server, me, oauth.None(), parameters, redirect, verifier, insecure);
    const tokens = await oauth.processAuthorizationCodeResponse(server, me, answer, { requireIdToken: true });
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    const info = await oauth.userInfoRequest(server, me, tokens.access_token, insecure);
    const person = await oauth.processUserInfoResponse(server, me, claims.sub, info);
    return { email: person.email, statuses: await called(tokens.access_token) };
  },

  async 'oidc-client-ts'() {
    const oidc = new OidcClient({
      authority: issuer, client_id: client, redirect_uri: redirect, scope, loadUserInfo: true,
      stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    });
    const request = await oidc.createSigninRequest({ nonce: 'n' });
    const user = await oidc.processSigninResponse(await signIn(request.url, username, password));
    return { email: user.profile.email, statuses: await called(user.access_token) };
  },

  async 'amazon-cognito-identity-js'() {
    const userPool = new CognitoUserPool({ UserPoolId: pool, ClientId: client, endpoint: `${domain}/` });
    const user = new CognitoUser({ Username: username, Pool: userPool });
    const details = new AuthenticationDetails({ Username: username, Password: password });
    const session = await new Promise((onSuccess, onFailure) => user.authenticateUser(details, { onSuccess, onFailure }));
    const attributes = await new Promise((done, failed) => user.getUserAttributes((error, list) => (error ? failed(error) : done(list))));
    const refreshed = await new Promise((done, failed) =>
      user.refreshSession(session.getRefreshToken(), (error, next) => (error ? failed(error) : done(next))));
    return {
      email: attributes.find(attribute => attribute.getName() === 'email').getValue(),
      statuses: await called(refreshed.getIdToken().getJwtToken()),
    };
  },

  async 'aws-amplify'() {
    Amplify.configure({ Auth: { Cognito: { userPoolId: pool, userPoolClientId: client, userPoolEndpoint: `${domain}/` } } });
    const { isSignedIn } = await auth.signIn({ username, password });
    if (!isSignedIn) throw new Error('not signed in');
    const { tokens } = await auth.fetchAuthSession({ forceRefresh: true });
    const { email } = await auth.fetchUserAttributes();
    const statuses = await called(tokens.accessToken.toString());
    await auth.signOut({ global: true });
    return { email, statuses };
  },

  async 'aws-sdk'() {
    const sdk = new CognitoIdentityProviderClient({
      region, endpoint: `${domain}/`, credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    });
    const somebody = `sdk-${Date.now()}@shop.example`;
    await sdk.send(new AdminCreateUserCommand({
      UserPoolId: pool, Username: somebody, TemporaryPassword: 'Temporary-Horse-1', MessageAction: 'SUPPRESS',
      UserAttributes: [{ Name: 'email', Value: somebody }, { Name: 'email_verified', Value: 'true' }],
    }));
    await sdk.send(new AdminAddUserToGroupCommand({ UserPoolId: pool, Username: somebody, GroupName: 'staff' }));
    const asked = await sdk.send(new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH', ClientId: client, AuthParameters: { USERNAME: somebody, PASSWORD: 'Temporary-Horse-1' },
    }));
    const { AuthenticationResult } = await sdk.send(new RespondToAuthChallengeCommand({
      ChallengeName: asked.ChallengeName, ClientId: client, Session: asked.Session,
      ChallengeResponses: { USERNAME: somebody, NEW_PASSWORD: 'My-own-Horse-1' },
    }));
    await sdk.send(new AdminSetUserPasswordCommand({ UserPoolId: pool, Username: somebody, Password: 'Another-Horse-1', Permanent: true }));
    const known = await sdk.send(new AdminGetUserCommand({ UserPoolId: pool, Username: somebody }));
    const { Users } = await sdk.send(new ListUsersCommand({ UserPoolId: pool, Filter: `email = "${somebody}"` }));
    const wrong = await sdk.send(new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH', ClientId: client, AuthParameters: { USERNAME: somebody, PASSWORD: 'wrong' },
    })).catch(error => error);
    return {
      email: Users[0].Attributes.find(attribute => attribute.Name === 'email').Value === somebody ? username : 'nobody',
      statuses: await called(AuthenticationResult.AccessToken),
      challenge: asked.ChallengeName,
      status: known.UserStatus,
      refused: wrong instanceof NotAuthorizedException ? wrong.message : String(wrong),
    };
  },

  async 'aws-jwt-verify'() {
    const sdk = new CognitoIdentityProviderClient({ region, endpoint: `${domain}/` });
    const { AuthenticationResult } = await sdk.send(new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH', ClientId: client, AuthParameters: { USERNAME: username, PASSWORD: password },
    }));
    const keys = await (await fetch(`${issuer}/.well-known/jwks.json`)).json();
    const verified = [];
    for (const [tokenUse, token] of [['access', AuthenticationResult.AccessToken], ['id', AuthenticationResult.IdToken]]) {
      const verifier = CognitoJwtVerifier.create({ userPoolId: pool, tokenUse, clientId: client });
      verifier.cacheJwks(keys);
      verified.push((await verifier.verify(token)).token_use);
    }
    const { email } = JSON.parse(Buffer.from(AuthenticationResult.IdToken.split('.')[1], 'base64url'));
    return { email, statuses: await called(AuthenticationResult.AccessToken), verified };
  },
};

const seen = {};
for (const [name, run] of Object.entries(clients)) {
  seen[name] = await run().catch(error => ({ failed: `${error.name}: ${error.message} ${error.cause?.message ?? ''} ${error.stack}` }));
}
console.log(JSON.stringify(seen));
process.exit(0);
