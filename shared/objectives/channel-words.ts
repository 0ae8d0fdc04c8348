// The words by which people name channels, in French and in English: beginnings of words, without accents.

/** Terms by channel, as in the vocabulary of goals. */
export const channelTerms: Readonly<Record<string, string>> = {
  paid_search:
    "google ads, adwords, sea, annonces google, pubs google, pub google, bing ads, liens sponsorises, paid search, recherche payant",
  paid_social:
    "paid social, social ads, facebook ads, meta ads, instagram ads, linkedin ads, tiktok ads, sociaux payants",
  organic_search:
    "seo, referencement, organic search, organic traffic, trafic organique, recherche naturel, moteurs recherche, search engine",
  organic_social: "organic social, communaut, community manage, social organique",
  email:
    "newsletter, email, emailing, e mail, e mails, mailing, courriel, lettre information, infolettre, mails",
  direct: "acces direct, trafic direct, direct traffic",
  referral: "referral, sites referents, sites partenaires, backlinks, partner sites",
  display: "display, banniere, banner",
  video: "youtube, video ads, pubs video",
  affiliate: "affili",
};

/** Networks on which one both advertises and posts. */
export const socialNames =
  "facebook, instagram, linkedin, tiktok, twitter, pinterest, snapchat, meta, reseaux sociaux, social media";

export const paidWords =
  "pub, publicit, ads, ad, advert, annonce, campagne, campaign, sponsor, cout, cost, budget, cpc, cpa, roas, payant, paid";

export const organicWords =
  "abonne, follower, communaut, community, fans, publication, posts, page, organique, organic, animer, engagement, reseaux sociaux, social media";
