// The words that point to each goal, in French and in English: beginnings of words, without accents.

/**
 * Terms by weight: 4 says the goal by itself, 2 points to it, 1 only helps. Terms are parted by commas; a word of four
 * letters or more stands for all that begin with it, and small words (the, de, our…) are left out.
 */
export type Terms = Readonly<Partial<Record<4 | 2 | 1, string>>>;

export const vocabulary: Readonly<Record<string, Terms>> = {
  traffic: {
    4: "trafic, traffic, visiteur, visitor, visites, visits, frequentation, footfall, audience site, monde site, people site, bring people, people website, people blog, consultent site, viennent site, venir monde",
    2: "visit, vient, viennent, come, comes, coming, affluence, passage, venir, consult site, browse, website popular, site popular, site populaire",
    1: "site, blog, website, web, monde, people",
  },
  leads: {
    4: "lead, prospect, demandes devis, quote request, request quote, demo request, request demo, demandes demo, demande demo, contact commercia, sign ups, signups, remplir pipe, clients potentiels, potential customer, meetings, rendez vous",
    2: "devis, quotes, formulaire, form, contacts, inscriptions, rdv, rendez, mql, qualifi, telechargement, livre blanc, whitepaper, webinar, landing page, fill pipeline, coordonnees, contact details",
    1: "commercia, request, sales team, generer, demandes",
  },
  awareness: {
    4: "notoriete, awareness, connaitre marque, faire connaitre, brand known, well known, image marque, part voix, share voice, souvien, souvenir, remember, recall, toucher monde, toucher gens, toucher personnes, touch people, reach people, know exist, sait existe, savent existe",
    2: "connu, known, visib, marque, brand, celebre, famous, portee, memoris, reputation, talk, parle, parlent, entendu, heard, concurren, competit, rival",
    1: "campagne image, monde, people",
  },
  content: {
    4: "contenu, content, article, engagement, lisent, reads, readers, lecteur, billet, blog post, editorial, restent pages, reste pages, leave page, stay page, quittent page, posts engag, partages posts, temps page, time page, time spent page, blog lu, temps passe",
    2: "publier, publish, lire, read, lecture, partages, shares, video, podcast, interess, redaction, redig, write, engag, pages",
    1: "blog, post, quality, qualite, restent, stay",
  },
  paid_ads: {
    4: "publicit, pub, ads, advert, annonce, roas, campagnes payant, campagnes meta, campagnes google, campagnes facebook, campagnes linkedin, meta campaign, google campaign, facebook campaign, linkedin campaign, paid campaign, adwords, sea, retargeting, sponsor, regie, media payant, paid media, paid search, paid social, ppc",
    2: "cpc, cout clic, cost click, ad, campagnes rapport, campaigns bring, campagnes rentab, profitable campaign",
    1: "campagne, campaign, rentabilis, profitab, cher, expensive, cout, cost, facebook, google, meta, linkedin, tiktok",
  },
  digital_strategy: {
    4: "strategie digital, strategie numerique, digital strategy, marketing digital, digital marketing, marketing numerique, presence ligne, online presence, taux conversion, conversion rate, transformation digital, site converti, website convert, virage numerique, virage digital, digitalis, convertir visit, convert visit, conversion visit",
    2: "conversion, convert, digital, numerique, rebond, bounce, converti",
    1: "strateg, ensemble, overall, site",
  },
  online_sales: {
    4: "panier, cart, basket, boutique, web shop, webshop, shop online, online shop, online store, ecommerce, e commerce, e shop, eshop, vente ligne, ventes ligne, vendre ligne, sell online, online sale, online revenue, average order, commandes ligne, commandes site, online order, orders website, orders site, vendre internet, ventes internet, ventes site, sales website, sales site, magasin ligne",
    2: "vendre, sell, acheteur, buyer, achat, achet, purchase, checkout, shop, store, commandes, orders, ventes, sales",
    1: "revenue, chiffre affaires, ligne, online, produit, product, site, website",
  },
  budget_allocation: {
    4: "repartir budget, repartition, allocation, allou, allocate, split budget, reallou, reallocate, arbitr, where spend, spend money, depenser argent, mettre argent, budget entre, budget between, budget across, marketing budget, budget marketing, canal investir, canaux investir, channel invest, channels invest, investir canal, invest channel, chaque canal, each channel, every channel",
    2: "budget, repartir, split, argent, money, depenser, canaux couper, invest, quel canal, quels canaux, which channel",
    1: "canaux, canal, channel, couper, cut, spend, depens, marketing",
  },
  emailing: {
    4: "newsletter, email, e mail, mailing, lettre information, courriel, infolettre, delivrabilite, deliverability, desabonn, unsubscri, ouvre mail, ouvrent mail, open mail, opens mail",
    2: "taux ouverture, open rate, ouvert, opened, boite reception, inbox, spam, mail",
    1: "envoi, send, liste, list",
  },
  social_community: {
    4: "communaut, community, follower, reseaux sociaux, reseau social, social media, social network, abonnes instagram, abonnes linkedin, abonnes facebook, abonnes tiktok, fans, page linkedin, page facebook, linkedin page, facebook page, instagram account, compte instagram",
    2: "instagram, tiktok, linkedin, twitter, pinterest, snapchat, abonnes, social, sociaux, facebook, comment, publications",
    1: "animer, post, likes, publication",
  },
  experience: {
    4: "satisf, fidel, loyal, nps, recommand, retention, retenir client, keep customer, perd client, perdre client, lose customer, losing customer, clients partent, customers leav, customer experience, experience client, csat, reachat, insatisf, clients reviennent, clients revienn, clients mecontent, customers come back, customers return, unhappy, mecontent, happy customer, repeat purchase, garder client, customers longer, clients longtemps",
    2: "avis, review, experience, plainte, complain, heureux, content client, service client, customer service, partent, leav, revienn, come back, attrition, churn, reclam",
    1: "client, customer, perd, lose, keep",
  },
  customer_value: {
    4: "valeur vie, lifetime value, clv, ltv, cac, cout acquisition client, customer acquisition cost, valeur client, customer value, rentabilite client, customer profitab, clients rentab, profitable customer, chaque client, each customer, every customer, per customer, acquerir rapport, clients cout, customers cost, vie client, customers worth, client vaut, clients valent",
    2: "acquisition client, customer acquisition, payback, rapporte client, customer brings, acquerir, acquire",
    1: "rapport, bring, vie, lifetime, client, customer, cher",
  },
  sales_performance: {
    4: "affaires sign, signer, deal, cycle vente, sales cycle, equipe commerciale, force vente, sales force, revenue sales team, transformation commercia, close rate, win rate, taux transformation, taux closing, pipeline, performance commerciale, sales performance, crm, conclure, contrats, contract, transformer devis, devis commandes, quotes orders, quote order, appels offres, appel offres, tender",
    2: "closing, close, chiffre affaires, revenue, croissance vente, sales growth, commerciaux, sign, ca, pipe, ventes, sales",
    1: "croissance, growth, turnover, affaires, win, gagner",
  },
  financial_health: {
    4: "marge, margin, benefice, profit, resultat net, net income, sante financiere, financial health, tresorerie, cash, rentabilite entreprise, ebitda, entreprise rentable, company profitable",
    2: "financ, rentabilite, rentable, profitable, charges, couts entreprise, comptab, gagner argent, make money, overhead, frais",
    1: "entreprise, company, couts, costs",
  },
  operations: {
    4: "traiter, traitement, processing, process orders, process requests, delais, goulet, bottleneck, workflow, operationnel, operations, logisti, sla, livraison, livrer, expedi, shipping, deliver, repondre vite, answer faster, reply faster, respond faster, answer requests, repondre demandes, deadlines, retard, late deliver, expedier, ship within, temps reponse, response time",
    2: "delai, vite, faster, lenteur, slow, efficacite interne, internal efficiency, processus, temps heure, repondre, ship, heures",
    1: "commandes, orders, temps, time, demandes, requests, answer",
  },
  seo: {
    4: "seo, referencement, organic search, organic traffic, trafic organique, trafic naturel, recherche naturel, moteurs recherche, search engine, rank, premiers google, premier google, first google, page google, page one google, positionnement google, mots cles, keyword, backlink, resultats recherche, search result, trouve google, found google, google trouve, haut google, top google, apparaitre google, appear google, referencer, reference google, site reference",
    2: "position, organique, organic",
    1: "trafic, traffic, site, google, recherche, search",
  },
  subscriptions: {
    4: "mrr, arr, saas, revenu recurrent, recurring revenue, resili, nrr, arpu, abonnements, subscription, cancellation, abonnes payant, paying subscriber, departs abonnes, abonnes partent, subscribers leav, keep subscriber, churn",
    2: "recurrent, recurring, abonnement, subscriber, attrition, essai gratuit, free trial, upsell",
    1: "logiciel, software, renouvel, renew, abonnes",
  },
};
