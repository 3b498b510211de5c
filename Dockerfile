# One image for both roles, chosen by the command: `api` (the default) or `worker`. It also has the command `linkspan`.
# The target `simulator` is an image of its own: ERPs to try it with.

FROM node:24-bookworm-slim AS base
# An init in the image, as `init: true` is known to Compose only: a signal that comes before our own handlers ends the process
# under any engine, where the kernel would withhold it from process 1.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends tini \
  && rm -rf /var/lib/apt/lists/* /var/cache/apt /var/log/apt /var/log/dpkg.log
WORKDIR /app

# Changes only with the lockfile. pnpm comes through npm, as Node 25 has no corepack any more.
FROM base AS fetched
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
RUN npm install --global "$(node -p 'require("./package.json").packageManager')" \
  && pnpm fetch \
  && rm -rf node_modules

FROM fetched AS built
COPY . .
RUN pnpm install --offline --frozen-lockfile && pnpm build && find apps packages -name .tsbuildinfo -delete

# What the roles and the command need while they run, shared by all of them, and none of our code: so it is the same layer until a dependency changes.
FROM fetched AS dependencies
COPY apps/api/package.json apps/api/
COPY apps/cli/package.json apps/cli/
COPY apps/worker/package.json apps/worker/
COPY packages/channels/package.json packages/channels/
COPY packages/client/package.json packages/client/
COPY packages/connector-kit/package.json packages/connector-kit/
COPY packages/connectors/package.json packages/connectors/
COPY packages/core/package.json packages/core/
COPY packages/redis/package.json packages/redis/
COPY packages/telemetry/package.json packages/telemetry/
# The compiler is an optional peer of something that never loads it.
RUN pnpm install --offline --frozen-lockfile --prod --filter '@linkspan/api...' --filter '@linkspan/cli...' --filter '@linkspan/worker...' \
  && rm -rf node_modules/.pnpm/typescript@* node_modules/.pnpm/@typescript+*

# Node 24 reads TypeScript as it is.
FROM base AS simulator
COPY docker/bin/simulator /usr/local/bin/
COPY packages/simulators packages/simulators
USER 1000:1000
ENTRYPOINT ["tini", "--", "simulator"]

FROM base AS linkspan
COPY --from=dependencies /app/node_modules node_modules
COPY --from=dependencies /app/packages packages
COPY --from=dependencies /app/apps apps
COPY --from=built /app/packages/client/dist packages/client/dist
COPY --from=built /app/packages/core/dist packages/core/dist
COPY --from=built /app/packages/channels/dist packages/channels/dist
COPY --from=built /app/packages/connector-kit/dist packages/connector-kit/dist
COPY --from=built /app/packages/connectors/dist packages/connectors/dist
COPY --from=built /app/packages/redis/dist packages/redis/dist
COPY --from=built /app/packages/telemetry/dist packages/telemetry/dist
COPY --from=built /app/apps/admin/dist apps/admin/dist
COPY --from=built /app/apps/api/dist apps/api/dist
COPY --from=built /app/apps/cli/dist apps/cli/dist
COPY --from=built /app/apps/worker/dist apps/worker/dist
COPY LICENSE docker/health.mjs ./
COPY docker/bin/api docker/bin/linkspan docker/bin/worker /usr/local/bin/

ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 WORKER_PORT=3001
# By number, so that an engine that wants proof of `runAsNonRoot` has it. All files belong to root: the process can change none.
USER 1000:1000
EXPOSE 3000 3001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["node", "/app/health.mjs"]
ENTRYPOINT ["tini", "--"]
CMD ["api"]

ARG VERSION=unknown
ARG REVISION=unknown
ENV LINKSPAN_COMMIT="$REVISION"
LABEL org.opencontainers.image.title="Linkspan" \
  org.opencontainers.image.description="Self-hosted ERP integration backend: connects a B2B commerce platform to its customers' ERPs." \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="$VERSION" \
  org.opencontainers.image.revision="$REVISION"
