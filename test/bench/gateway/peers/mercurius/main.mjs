import gateway from '@mercuriusjs/gateway';
import Fastify from 'fastify';

/** Mercurius as in the public benchmark: `main.mjs SUBGRAPHS_URL PORT`. */
const [, , subgraphs, port] = process.argv;
const services = ['accounts', 'reviews', 'products', 'inventory'].map((name) => ({
  name,
  url: `${subgraphs}/${name}`,
  mandatory: true,
}));
const app = Fastify();
await app.register(gateway, { jit: 1, path: '/graphql', gateway: { services } });
await app.listen({ host: '127.0.0.1', port: Number(port) });
