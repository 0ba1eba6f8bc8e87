# Everything in one image: `docker build -t astana-study .`, then `docker run --rm astana-study` verifies what is
# published. For the notebooks: `docker run --rm -p 8888:8888 astana-study .venv/bin/jupyter lab --ip=0.0.0.0
# --no-browser --notebook-dir notebooks`.
FROM python:3.11-slim-bookworm

# make of whatever version does; everything that computes is locked
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends make \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 1000 --create-home --shell /bin/bash study \
 && install --directory --owner=study /study

USER 1000
WORKDIR /study
ENV PYTHONDONTWRITEBYTECODE=1

# the locked packages first: they change less often than the rest
COPY --chown=study pyproject.toml requirements.lock README.md LICENSE hatch_build.py Makefile ./
COPY --chown=study src ./src
RUN make setup

COPY --chown=study . .
CMD ["make", "verify"]
