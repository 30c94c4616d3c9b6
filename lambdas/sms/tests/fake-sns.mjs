import { createServer } from "node:http";

/** Plays SNS on a loopback port: records what is published, and fails while `failure` is set. */
export async function startFakeSns() {
  const sns = { published: [], failure: undefined };
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const { PhoneNumber, Message } = Object.fromEntries(new URLSearchParams(text));
    if (sns.failure === "reset") return request.socket.destroy();
    sns.published.push({ PhoneNumber, Message });
    const { status, body } = sns.failure === undefined ? accepted() : refused(sns.failure, PhoneNumber);
    response.writeHead(status, { "content-type": "text/xml", "x-amzn-requestid": "sns-request" }).end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  sns.url = `http://127.0.0.1:${server.address().port}`;
  sns.stop = () => {
    server.closeAllConnections(); // the SDK keeps its connections alive
    server.close();
  };
  return sns;
}

const NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

function accepted() {
  const result = "<PublishResult><MessageId>message-1</MessageId></PublishResult>";
  const metadata = "<ResponseMetadata><RequestId>sns-request</RequestId></ResponseMetadata>";
  return { status: 200, body: `<PublishResponse xmlns="${NAMESPACE}">${result}${metadata}</PublishResponse>` };
}

function refused({ status, code }, phoneNumber) {
  const error = `<Type>Sender</Type><Code>${code}</Code><Message>${phoneNumber} is not allowed</Message>`;
  const body = `<Error>${error}</Error><RequestId>sns-request</RequestId>`;
  return { status, body: `<ErrorResponse xmlns="${NAMESPACE}">${body}</ErrorResponse>` };
}
