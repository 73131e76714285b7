# One image for every part of the hub; docker-compose.yml says which part a container runs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /hub
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build
RUN node dist/schema/registry/print.js --config schema/supergraph.compose.yaml --out /hub/dist
RUN npm prune --omit=dev --omit=optional --no-audit --no-fund

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /hub
COPY --from=build --chown=node:node /hub/package.json ./
COPY --from=build --chown=node:node /hub/node_modules ./node_modules
COPY --from=build --chown=node:node /hub/dist ./dist
COPY --from=build --chown=node:node /hub/subgraphs ./subgraphs
COPY --from=build --chown=node:node /hub/gateway ./gateway
COPY --from=build --chown=node:node /hub/schema ./schema
COPY --from=build --chown=node:node /hub/hub.sh ./
USER node
EXPOSE 4000 4001 4002 4003
CMD ["node", "dist/gateway/main.js", "--supergraph", "dist/supergraph.graphql", "--port", "4000", "--host", "0.0.0.0"]
