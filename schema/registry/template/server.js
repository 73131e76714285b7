import { subgraphServer } from './subgraph.js';

const { HOST: host = '127.0.0.1', PORT = '__PORT__' } = process.env;
const server = subgraphServer(process.env);

server.listen({ host, port: Number(PORT) }, () => {
  const url = `http://${host}:${server.address().port}/graphql`;
  process.stdout.write(`${JSON.stringify({ msg: 'the subgraph answers', url })}\n`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
