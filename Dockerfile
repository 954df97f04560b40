# The coach in a container: built in one step, run in another by a user without rights, on a file system that may be
# read-only but for /data and /tmp. `docker build -t interview-coach .`, then see deploy/compose.yaml.

FROM python:3.11.14-slim-bookworm AS build
WORKDIR /build
COPY requirements.txt .
RUN python -m venv /opt/coach \
    && /opt/coach/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY content content
COPY conversations conversations
COPY bot bot
RUN /opt/coach/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps .

FROM python:3.11.14-slim-bookworm
RUN groupadd --gid 10001 coach \
    && useradd --uid 10001 --gid coach --no-create-home --home-dir /data --shell /usr/sbin/nologin coach \
    && install --directory --owner=coach --group=coach --mode=0700 /data
COPY --from=build /opt/coach /opt/coach
ENV PATH=/opt/coach/bin:$PATH \
    DATA_DIR=/data \
    PORT=8080 \
    MPLCONFIGDIR=/tmp/matplotlib \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
WORKDIR /opt/coach
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
ENTRYPOINT ["interview-coach"]
CMD ["run"]
