# syntax=docker/dockerfile:1

FROM node:24.21-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-progress
COPY . .
# Not through npm: code is compiled ahead for the Node that compiles it, and that has to be the Node of this image.
RUN node scripts/build.mjs --for image

FROM node:24.21-bookworm-slim
# The heap gets 65 % of the container's memory. Code, buffers and the doctor need the rest.
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3978 \
    NODE_OPTIONS="--max-old-space-size-percentage=65 --max-semi-space-size=16" \
    DATA_FILE=/data/onetenant.sqlite
WORKDIR /app
# Root owns the program and "node" runs it, so the bot can change nothing but /data. It also runs read-only:
# docker run --read-only --volume onetenant:/data. With STORAGE=azure it does not even write to /data.
COPY --from=build /build/dist/ ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "onetenant.mjs"]
