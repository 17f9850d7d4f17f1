import { createHash } from "node:crypto";
import type { NextFunction, Request, Response, Router } from "express";
import { Router as createRouter } from "express";
import { findSharesLinkByToken } from "../db/queries/shares-links.ts";
import { behindWall } from "../db/wall.ts";
import type { Locale } from "../shared/locales.ts";
import type { PublicFigures } from "../shared/public-figures.ts";
import type { SharesLink } from "../shared/shares-links.ts";
import { sharesLinkPath, sharesLinkState } from "../shared/shares-links.ts";
import { readPublicFigures } from "./actions/read-public-figures.ts";
import { AppError } from "./app-error.ts";
import type { ServerDependencies } from "./dependencies.ts";
import { embeddedPage, noPage, PICTURE_NAME, publicPage } from "./public/page.ts";
import { pictureOf } from "./public/picture.ts";
import { STYLE_HASH } from "./public/style.ts";
import { networkOf } from "./security/network-address.ts";
import { hashToken } from "./security/session-token.ts";

/** Longer than any token: what is longer is not hashed. */
const MOST_TOKEN = 100;

interface Answer {
  status: 200 | 404 | 410 | 429;
  body: string | Buffer;
  type?: "image/png";
  /** Origins that may frame it. */
  framedBy: readonly string[];
  indexed: boolean;
}

/**
 * Pages for anyone who holds their address: HTML and SVG without script, cookie or session. What never was is 404, what
 * has ended 410, found the same way.
 */
export function publicRouter(deps: ServerDependencies): Router {
  const router = createRouter();
  router.get("/:token", answering(wholePage));
  router.get("/:token/cadre", answering(framedPage));
  router.get(`/:token/${PICTURE_NAME}`, answering(picture));
  router.use((request: Request, response: Response) =>
    send(request, response, missing(404, localeOf(request))),
  );
  return router;

  interface PublicAsked {
    locale: Locale;
    token: string;
    today: string;
    /** Where the request came to: « https://bonnepart.example ». */
    origin: string;
  }
  type Page = (link: SharesLink, asked: PublicAsked) => Promise<Answer>;

  function answering(page: Page) {
    return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
      try {
        send(request, response, await answerOf(request, page));
      } catch (error) {
        if (!(error instanceof AppError)) return next(error);
        if (error.code === "TOO_MANY_REQUESTS")
          response.setHeader("Retry-After", String(error.details.waitSeconds ?? 60));
        const status = error.code === "TOO_MANY_REQUESTS" ? 429 : 404;
        send(request, response, missing(status, localeOf(request)));
      }
    };
  }

  async function answerOf(request: Request, page: Page): Promise<Answer> {
    await deps.limits.consume("publicPage", networkOf(request.ip));
    const locale = localeOf(request);
    const token = String(request.params.token).slice(0, MOST_TOKEN);
    const link = await findSharesLinkByToken(behindWall(deps.database.reader, "many"), hashToken(token));
    const { today } = deps.clock();
    if (link === undefined) return missing(404, locale);
    return sharesLinkState(link, today) === "live"
      ? await page(link, { locale, token, today, origin: `${request.protocol}://${request.host}` })
      : missing(410, locale);
  }

  function figuresOf(link: SharesLink, today: string): Promise<PublicFigures> {
    const { canteenId, year } = link;
    const reader = behindWall(deps.database.reader, canteenId === null ? "many" : { canteenId });
    return readPublicFigures(reader, link, { year, today });
  }

  async function wholePage(link: SharesLink, asked: PublicAsked): Promise<Answer> {
    const { locale, token, today, origin } = asked;
    const figures = await figuresOf(link, today);
    const path = sharesLinkPath(token);
    const body = publicPage(figures, { locale, path, origin, indexed: link.indexed });
    return { status: 200, body, framedBy: [], indexed: link.indexed };
  }

  /** What other sites show of the page when somebody posts its address. */
  async function picture(link: SharesLink, { locale, today }: PublicAsked): Promise<Answer> {
    const figures = await figuresOf(link, today);
    const body = await pictureOf(figures, { locale, now: deps.clock().now });
    return { status: 200, body, type: "image/png", framedBy: [], indexed: link.indexed };
  }

  /** Only for the sites that the link names: without any, there is no such page. */
  async function framedPage(link: SharesLink, asked: PublicAsked): Promise<Answer> {
    const { locale, token, today } = asked;
    if (link.embedSites.length === 0) return missing(404, locale);
    const figures = await figuresOf(link, today);
    const whole = sharesLinkPath(token);
    const body = embeddedPage(figures, { locale, path: `${whole}/cadre`, whole, indexed: false });
    return { status: 200, body, framedBy: link.embedSites, indexed: false };
  }
}

function missing(status: 404 | 410 | 429, locale: Locale): Answer {
  return { status, body: noPage(status, locale), framedBy: [], indexed: false };
}

function localeOf({ query }: Request): Locale {
  return query.lang === "en" ? "en" : "fr";
}

/** Asked anew each time, so that a withdrawn page is gone at once; unchanged, nothing is sent again. */
function send(request: Request, response: Response, { status, body, type, framedBy, indexed }: Answer): void {
  const etag = `W/"${createHash("sha256").update(body).digest("base64url")}"`;
  const frames = framedBy.length === 0 ? "'none'" : framedBy.join(" ");
  if (framedBy.length > 0) response.removeHeader("X-Frame-Options");
  response.set({
    "Content-Type": type ?? "text/html; charset=utf-8",
    "Content-Security-Policy": `default-src 'none';img-src 'self';style-src ${STYLE_HASH};base-uri 'none';form-action 'none';frame-ancestors ${frames}`,
    "Cache-Control": status === 200 ? "public, no-cache" : "no-store",
    "Referrer-Policy": "no-referrer",
    ...(indexed ? {} : { "X-Robots-Tag": "noindex" }),
  });
  if (status !== 200) return void response.status(status).end(body);
  response.setHeader("ETag", etag);
  if (request.headers["if-none-match"] === etag) return void response.status(304).end();
  response.status(200).end(body);
}
