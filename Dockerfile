# syntax=docker/dockerfile:1

FROM node:24.21-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-progress
COPY . .
# The second line fills the cache of compiled code with the very Node of the image, whose own it has to be.
RUN npm run build \
  && /usr/local/bin/node scripts/fill-compile-cache.ts dist \
  && npm sbom --omit=dev --sbom-format=spdx > dist/sbom.spdx.json \
  && find dist -name '*.map' -delete \
  && rm dist/onetenant.meta.json

FROM node:24.21-bookworm-slim
# The heap gets 65 % of the memory that the container has; code, buffers and the doctor need the rest.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3978 \
    NODE_OPTIONS="--max-old-space-size-percentage=65 --max-semi-space-size=16" \
    DATA_FILE=/data/onetenant.sqlite
WORKDIR /app
# The program belongs to root and the bot runs as "node", so it can change nothing but /data:
# docker run --read-only --volume onetenant:/data works. With STORAGE=azure it writes nothing there either.
COPY --from=build /build/dist/ ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "onetenant.mjs"]
