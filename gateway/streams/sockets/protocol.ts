/** Name of the protocol of subscriptions by WebSocket. Source: github.com/enisdenjo/graphql-ws, PROTOCOL.md. */
export const TRANSPORT_WS = 'graphql-transport-ws';
